#pragma once

#include <string>
#include <vector>

#include "model/settings.h"

namespace gongkai {

/// One file of a data set. Addresses are links already: absolute where the site has a base_url,
/// else relative to the file that holds them.
struct Distribution {
  std::string url, title;
  std::string_view media_type;
};

/// A data set as catalogues describe it.
struct Dataset {
  std::string page;  ///< link to the page that offers it; it identifies the data set too
  std::string title, description;
  std::string modified;  ///< YYYY-MM-DD
  std::string temporal_from, temporal_to;
  std::string codebook;  ///< link
  std::vector<Distribution> distributions;
};

/// data.json as the Project Open Data schema 1.1 has it.
void write_data_json(const Settings& settings, const std::vector<Dataset>& datasets,
                     std::string& out);

/// The same in DCAT, as JSON-LD.
void write_dcat(const Settings& settings, const std::vector<Dataset>& datasets, std::string& out);

/// A schema.org Dataset as JSON-LD, to stand inside a script element of a page.
std::string dataset_json_ld(const Settings& settings, const Dataset& dataset);

}  // namespace gongkai
