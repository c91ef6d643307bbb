#include "preview/preview_source.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "diagnostics/printer.h"
#include "portal/string_sink.h"
#include "preview/report_panel.h"

namespace gongkai {
namespace {

using namespace std::chrono_literals;

/// How long a browser's stream of news sleeps: the server stops within a second.
constexpr auto news_wait = 200ms;
constexpr std::size_t most_printed = 100;

class LiveSource {
 public:
  LiveSource(LiveSite& live, SourceReader reader, Language language, std::string editor_folder)
      : live_(live),
        reader_(std::move(reader)),
        language_(language),
        editor_folder_(std::move(editor_folder)),
        server_(fmt::format("{:08x}", std::random_device()())) {}

  PreviewView view() const {
    const PreviewStatePointer state = live_.current();
    PreviewView view;
    view.language = language_of(*state);
    view.mark = mark_of(*state);
    if (!state->portal) view.mistakes = mistakes(*state);
    view.file = [this, portal = state->portal](std::string_view address) {
      return file(portal.get(), address);
    };
    view.is_report = [portal = state->portal](std::string_view address) {
      return portal && portal->report_at(address) != nullptr;
    };
    return view;
  }

  std::string messages() const {
    const PreviewStatePointer state = live_.state();
    return json_bytes(writer(*state).list(*state->diagnostics));
  }

  /// Of the newest content, also while an older page is shown for an error.
  std::string report(std::string_view address) const {
    const PreviewStatePointer state = live_.state();
    const Report* shown = state->portal ? state->portal->report_at(address) : nullptr;
    if (!shown || !state->catalog) return "null";
    const Agency* agency = state->catalog->agency(shown->agency->id);
    const Report* report = agency ? state->catalog->report(*agency, shown->year) : nullptr;
    if (!report) return "null";
    MessageWriter messages = writer(*state);
    return report_panel(*state->catalog, *state->checks, *report, *state->diagnostics,
                        language_of(*state), messages);
  }

  std::optional<std::string> news(std::string& seen) const {
    PreviewStatePointer state = live_.state();
    std::string text = news_of(*state);
    if (text == seen) {
      // A stream that sleeps keeps no portal alive.
      const std::weak_ptr<const PreviewState> last = std::exchange(state, nullptr);
      text = news_of(*live_.wait_for_other(last, news_wait));
    }
    if (text == seen) return std::nullopt;
    seen = text;
    return text;
  }

 private:
  Language language_of(const PreviewState& state) const {
    if (!state.catalog) return language_;
    return state.catalog->settings.chinese() ? Language::zh : Language::en;
  }

  std::string mark_of(const PreviewState& state) const {
    return fmt::format("{}.{}.{}", server_, state.pages, state.style);
  }

  MessageWriter writer(const PreviewState& state) const {
    return MessageWriter(language_of(state), reader_, editor_folder_);
  }

  std::string news_of(const PreviewState& state) const {
    const Diagnostics& found = *state.diagnostics;
    return json_bytes({{"mark", mark_of(state)},
                       {"page", state.portal != nullptr},
                       {"judged", state.judged},
                       {"broken", state.broken},
                       {"messages", state.messages},
                       {"counts",
                        {{"error", found.count(Severity::error)},
                         {"warning", found.count(Severity::warning)},
                         {"hint", found.count(Severity::hint)}}}});
  }

  std::string mistakes(const PreviewState& state) const {
    Printer printer({language_of(state), false}, reader_);
    std::string text;
    std::size_t left = most_printed;
    for (const Diagnostic& diagnostic : state.diagnostics->items()) {
      if (diagnostic.severity != Severity::error) continue;
      if (left-- == 0) break;
      text += printer.print(diagnostic) + "\n";
    }
    return text;
  }

  std::optional<std::string> file(const Portal* portal, std::string_view address) const {
    if (!portal || !portal->has(address)) return std::nullopt;
    std::string bytes;
    StringSink sink(bytes);
    try {
      portal->render(address, sink);
    } catch (const std::system_error& error) {
      // Where the site stands on this computer is nobody's business.
      throw std::runtime_error(fmt::format("{}: {}", address, error.code().message()));
    }
    return bytes;
  }

  LiveSite& live_;
  SourceReader reader_;
  Language language_;
  std::string editor_folder_;
  std::string server_;  ///< another one each time, so that pages of an earlier run are known
};

}  // namespace

PreviewSource preview_source(LiveSite& live, SourceReader reader, Language language,
                             std::string editor_folder) {
  const auto source = std::make_shared<const LiveSource>(live, std::move(reader), language,
                                                     std::move(editor_folder));
  PreviewSource result;
  result.view = [source] { return source->view(); };
  result.messages = [source] { return source->messages(); };
  result.report = [source](std::string_view address) { return source->report(address); };
  result.give_up = [&live] { live.give_up(); };
  result.news = [source](std::string& seen) { return source->news(seen); };
  return result;
}

}  // namespace gongkai
