#include "import/agency_register.h"

#include "diagnostics/codes/tables.h"
#include "import/agency_id.h"
#include "load/reader.h"
#include "model/folding.h"

namespace gongkai {

AgencyRegister::AgencyRegister(const Catalog& catalog, const TableMapping& mapping,
                               Diagnostics& diagnostics)
    : catalog_(catalog), mapping_(mapping), diagnostics_(diagnostics) {
  for (const Agency& agency : catalog.agencies) {
    for (const FormerName& former : agency.former_names) known_.emplace(fold(former.name), &agency);
  }
  for (const Agency& agency : catalog.agencies) known_[fold(agency.name)] = &agency;
  for (const MappedAgency& mapped : mapping.agencies) {
    std::vector<std::string> names = mapped.also;
    names.push_back(mapped.agency.name);
    for (const FormerName& former : mapped.agency.former_names) names.push_back(former.name);
    for (const std::string& name : names) {
      const auto [first, added] = mapped_.emplace(fold(name), &mapped);
      if (added || first->second == &mapped) continue;
      Diagnostic& d = diagnostics.add(codes::agency_named_twice, {mapping.file, mapped.mark, 0},
                                      {name});
      d.notes.push_back({&notes::first_given_here, {mapping.file, first->second->mark, 0}, {}});
    }
  }
}

const std::string& AgencyRegister::id_of(const std::string& name, const Position& position) {
  const auto [entry, is_new] = ids_.try_emplace(fold(name));
  if (is_new) entry->second = make(name, position);
  return entry->second;
}

std::string AgencyRegister::make(const std::string& name, const Position& position) {
  const auto mapped = mapped_.find(fold(name));
  const MappedAgency* settled = mapped == mapped_.end() ? nullptr : mapped->second;
  const std::string& full_name = settled ? settled->agency.name : name;

  const Agency* site = nullptr;
  if (const auto found = known_.find(fold(name)); found != known_.end()) site = found->second;
  if (!site && settled) {
    if (const auto found = known_.find(fold(full_name)); found != known_.end()) {
      site = found->second;
    }
    if (!site && !settled->agency.id.empty()) site = catalog_.agency(settled->agency.id);
  }
  if (site) {
    agencies_.try_emplace(site->id, ImportedAgency{*site, {}, false, position});
    return site->id;
  }

  ImportedAgency made;
  if (settled) made.agency = settled->agency;
  made.agency.name = full_name;
  if (made.agency.id.empty()) made.agency.id = agency_id_of_name(full_name);
  made.agency.folder = "content/agencies/" + made.agency.id;
  made.kind = settled && !settled->kind.empty() ? settled->kind : mapping_.kind;
  made.is_new = true;
  made.position = position;
  const std::string id = made.agency.id;
  if (id.empty()) {
    diagnostics_.add(codes::agency_without_id, position, {full_name});
    return {};
  }
  if (made.kind.empty()) {
    diagnostics_.add(codes::agency_without_kind, position, {full_name});
    return {};
  }
  if (!is_free(id, full_name, position)) return {};
  agencies_.try_emplace(id, std::move(made));
  return id;
}

bool AgencyRegister::is_free(const std::string& id, const std::string& name,
                             const Position& position) {
  if (const Agency* other = catalog_.agency(id)) {
    Diagnostic& d = diagnostics_.add(codes::agency_id_taken, position, {name, id, other->name});
    d.notes.push_back({&notes::other_agency_here, {other->file(), other->mark, 0}, {}});
    return false;
  }
  const auto other = agencies_.find(id);
  if (other == agencies_.end() || fold(other->second.agency.name) == fold(name)) return true;
  Diagnostic& d = diagnostics_.add(codes::agency_id_taken, position,
                                   {name, id, other->second.agency.name});
  d.notes.push_back({&notes::other_agency_here, other->second.position, {}});
  return false;
}

}  // namespace gongkai
