#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/agency.h"
#include "model/form.h"
#include "model/report.h"
#include "model/settings.h"
#include "model/shared_list.h"

namespace gongkai {

/// A page that somebody wrote freely: about, guide, contact; or the introduction of the home page.
struct FreePage {
  std::string name;  ///< address pages/<name>/; empty for the introduction
  std::string file;
  std::string title;
  bool menu = false;
  int order = 0;
  std::string text;
  int first_line = 1;
};

/// Everything that was read, as it is meant: nothing missing, nothing mistyped. A constant value
/// once it is loaded; the pointers inside it stay valid as long as it lives, so it is not copied.
/// Forms, agencies and reports that are the same in the catalog of an earlier load are the very
/// same values.
struct Catalog {
  Settings settings;
  Date today;  ///< from --clock or the time zone of the site
  SharedList<Form> forms;
  SharedList<Agency> agencies;  ///< by kind as site.yaml orders them, then by id
  SharedList<Report> reports;   ///< by agency as above, then by year
  std::vector<FreePage> pages;  ///< by order, then by name
  FreePage introduction;        ///< text is empty where there is none
  /// Reports (agency id, year) that have a report.yaml and were left out for an error in it.
  std::vector<std::pair<std::string, int>> left_out;

  Catalog() = default;
  Catalog(const Catalog&) = delete;
  Catalog& operator=(const Catalog&) = delete;

  const Agency* agency(std::string_view id) const;
  const Form* form(std::string_view id) const;
  const Report* report(const Agency& agency, int year) const;
  /// The report that `previous.` means: the agency's own of the year before, or that of its only
  /// predecessor. Null where there is none.
  const Report* previous(const Report& report) const;
  /// Whether a report counts for others: neither a draft nor withdrawn nor dated in the future.
  bool is_public(const Report& report) const {
    return report.status == Status::published &&
           !(report.published && report.published->date > today);
  }
  /// The newest year with a public report; 0 where there is none.
  int newest_year() const;
  /// The agency's reports, by year.
  std::vector<const Report*> reports_of(const Agency& agency) const;
  /// All reports of a year, in the order of their agencies.
  std::vector<const Report*> reports_in(int year) const;
  /// Years that have a report, newest first.
  std::vector<int> years() const;
  std::vector<const Agency*> children(const Agency& agency) const;
  const AgencyKind& kind(const Agency& agency) const;

  /// To be called once when agencies and reports are complete: makes the look-ups above quick.
  void index();

 private:
  std::map<std::string, const Agency*, std::less<>> agency_by_id_;
  std::map<int, std::vector<const Report*>, std::greater<>> by_year_;
  std::unordered_map<const Agency*, std::vector<const Report*>> by_agency_;
  std::map<std::string, std::vector<const Agency*>, std::less<>> children_;
};

/// Whether the figure of `cell` (of `report`'s form) continues the series of the year before, and
/// at which cell of the earlier report's form. no_cell where the series breaks.
CellIndex continued_cell(const Form& form, CellIndex cell, const Form& earlier);

/// The report's title as its form prescribes it.
std::string report_title(const Report& report);

}  // namespace gongkai
