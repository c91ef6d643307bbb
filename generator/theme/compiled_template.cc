#include "theme/compiled_template.h"

#include <cassert>
#include <charconv>
#include <deque>
#include <kainjow/mustache.hpp>

#include "theme/escape.h"

namespace gongkai {
namespace {

namespace km = kainjow::mustache;

constexpr char kTextMark = ':';  // no name begins with it

/// Writes the nodes for the engine. It would cut texts at every blank and render them word by
/// word; so texts are kept aside, and the engine is given their numbers as names (`{{&:7}}`). Only
/// the newline that may end a line of tags stays in sight, because the engine leaves out lines on
/// which nothing but sections that came out empty has stood.
class EngineText {
 public:
  EngineText(const std::vector<TemplateNode>& nodes, std::deque<km::data>& texts) : texts_(texts) {
    add(nodes);
  }

  std::string out;

 private:
  void add(const std::vector<TemplateNode>& nodes) {
    for (const TemplateNode& node : nodes) {
      switch (node.kind) {
        case TemplateNode::Kind::text:
          add_lines(node.text);
          break;
        case TemplateNode::Kind::variable:
          out += "{{" + node.text + "}}";
          break;
        case TemplateNode::Kind::raw_variable:
          out += "{{&" + node.text + "}}";
          break;
        case TemplateNode::Kind::section:
        case TemplateNode::Kind::inverted_section:
          out += node.kind == TemplateNode::Kind::section ? "{{#" : "{{^";
          out += node.text + "}}";
          add(node.inside);
          out += "{{/" + node.text + "}}";
          break;
        case TemplateNode::Kind::partial:
          assert(!"partials are put in before");
          break;
      }
    }
  }

  void add_lines(const std::string& text) {
    const std::size_t first = text.find('\n');
    if (first == std::string::npos) return add_text(text);
    const std::size_t last = text.rfind('\n');
    add_text(text.substr(0, first));
    out += '\n';
    if (last > first) {
      add_text(text.substr(first + 1, last - first - 1));
      out += '\n';
    }
    add_text(text.substr(last + 1));
  }

  void add_text(const std::string& text) {
    if (text.empty()) return;
    out += "{{&" + std::string(1, kTextMark) + std::to_string(texts_.size()) + "}}";
    texts_.emplace_back(text);
  }

  std::deque<km::data>& texts_;
};

/// Answers the engine's questions from a view. The engine asks for a name and then, where the name
/// opens a section, pushes what it was answered, item by item; only which item is asked for later
/// matters. So answers are small stand-ins, and what they stand for is remembered by depth.
class ViewContext final : public km::basic_context<std::string> {
 public:
  ViewContext(const View& view, const std::deque<km::data>& texts) : texts_(texts) {
    stack_.push_back(&view);
  }

  void push(const km::data*) override {
    Answered& answered = level();
    const View* view = answered.view;
    const View::List* items = view->list();
    stack_.push_back(items && !items->empty() ? &(*items)[answered.next++] : view);
  }

  void pop() override { stack_.pop_back(); }

  const km::data* get(const std::string& name) const override {
    if (name[0] == kTextMark) return &kept_text(name);
    const View* view = name == "." ? stack_.back() : look_up(name);
    assert(view && "the view does not keep its contract");
    if (!view) return nullptr;
    Answered& answered = level();
    answered.view = view;
    answered.next = 0;
    if (const std::string* text = view->text()) {
      if (text->empty()) return &no_;
      // The stand-in's own string is filled anew, so its memory is used again.
      const_cast<std::string&>(text_.string_value()) = *text;
      return &text_;
    }
    if (const View::List* items = view->list()) return list_of(answered, items->size());
    if (const bool* truth = view->truth()) return *truth ? &yes_ : &no_;
    return &yes_;
  }

  const km::data* get_partial(const std::string&) const override { return nullptr; }

 private:
  struct Answered {
    const View* view = nullptr;
    std::size_t next = 0;
    km::data list{km::data::type::list};
  };

  const km::data& kept_text(const std::string& name) const {
    std::size_t number = 0;
    std::from_chars(name.data() + 1, name.data() + name.size(), number);
    return texts_[number];
  }

  Answered& level() const {
    while (answered_.size() < stack_.size()) answered_.emplace_back();
    return answered_[stack_.size() - 1];
  }

  static const km::data* list_of(Answered& answered, std::size_t size) {
    auto& list = const_cast<km::list&>(answered.list.list_value());
    while (list.size() > size) list.pop_back();
    list.reserve(size);
    while (list.size() < size) list.emplace_back(true);
    return &answered.list;
  }

  const View* look_up(std::string_view name) const {
    std::size_t dot = name.find('.');
    const std::string_view first = name.substr(0, dot);
    const View* view = nullptr;
    for (auto scope = stack_.rbegin(); !view && scope != stack_.rend(); ++scope) {
      view = (*scope)->get(first);
    }
    while (view && dot != std::string_view::npos) {
      // What an absent object would hold is absent too.
      if (view->truth() && !*view->truth()) return view;
      name.remove_prefix(dot + 1);
      dot = name.find('.');
      view = view->get(name.substr(0, dot));
    }
    return view;
  }

  const std::deque<km::data>& texts_;
  std::vector<const View*> stack_;
  mutable std::deque<Answered> answered_;
  mutable km::data text_{km::data::type::string};
  km::data yes_{true}, no_{false};
};

struct StringSink {
  std::string& out;
  StringSink& operator<<(const std::string& text) {
    out += text;
    return *this;
  }
};

}  // namespace

struct CompiledTemplate::Impl {
  explicit Impl(const std::vector<TemplateNode>& nodes) : engine(EngineText(nodes, texts).out) {}

  std::deque<km::data> texts;
  km::mustache engine;
};

CompiledTemplate::CompiledTemplate(const std::vector<TemplateNode>& nodes)
    : impl_(new Impl(nodes)) {
  assert(impl_->engine.is_valid());
  impl_->engine.set_custom_escape([](const std::string& text) {
    std::string escaped;
    append_escaped(escaped, text);
    return escaped;
  });
}

CompiledTemplate::CompiledTemplate(CompiledTemplate&&) noexcept = default;
CompiledTemplate& CompiledTemplate::operator=(CompiledTemplate&&) noexcept = default;
CompiledTemplate::~CompiledTemplate() = default;

void CompiledTemplate::render(const View& view, std::string& out) const {
  ViewContext context(view, impl_->texts);
  StringSink sink{out};
  // render() is not const, but only partials and lambdas make it write to the engine.
  impl_->engine.render(static_cast<km::basic_context<std::string>&>(context), sink);
}

}  // namespace gongkai
