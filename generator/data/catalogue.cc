#include "data/catalogue.h"

#include "data/json.h"

namespace gongkai {
namespace {

using Layout = JsonWriter::Layout;

const std::string& publisher_name(const Settings& settings) {
  return settings.publisher.name.empty() ? settings.title : settings.publisher.name;
}

std::string_view format_of(std::string_view media_type) {
  if (media_type == "text/csv") return "CSV";
  if (media_type == "application/json") return "JSON";
  return media_type == "application/x-ndjson" ? "JSON Lines" : "XLSX";
}

void write_contact(const Settings& settings, JsonWriter& json) {
  if (settings.publisher.email.empty()) return;
  json.key("contactPoint")
      .object()
      .member("@type", "vcard:Contact")
      .member("fn", publisher_name(settings))
      .member("hasEmail", "mailto:" + settings.publisher.email)
      .end();
}

void write_data_json_entry(const Settings& settings, const Dataset& dataset, JsonWriter& json) {
  json.object(Layout::open)
      .member("@type", "dcat:Dataset")
      .member("identifier", dataset.page)
      .member("title", dataset.title)
      .member("description", dataset.description);
  json.key("keyword").list().text(settings.title).end();
  json.member("modified", dataset.modified);
  json.key("publisher")
      .object()
      .member("@type", "org:Organization")
      .member("name", publisher_name(settings))
      .end();
  write_contact(settings, json);
  json.member("accessLevel", "public")
      .member("landingPage", dataset.page)
      .member("describedBy", dataset.codebook)
      .member("temporal", dataset.temporal_from + "/" + dataset.temporal_to);
  json.key("language").list().text(settings.language).end();
  json.key("distribution").list(Layout::open);
  for (const Distribution& file : dataset.distributions) {
    json.object()
        .member("@type", "dcat:Distribution")
        .member("title", file.title)
        .member("downloadURL", file.url)
        .member("mediaType", file.media_type)
        .member("format", format_of(file.media_type))
        .end();
  }
  json.end().end();
}

void write_dcat_entry(const Settings& settings, const Dataset& dataset, JsonWriter& json) {
  json.object(Layout::open)
      .member("@id", dataset.page)
      .member("@type", "dcat:Dataset")
      .member("dct:title", dataset.title)
      .member("dct:description", dataset.description)
      .member("dct:modified", dataset.modified)
      .member("dct:language", settings.language);
  json.key("dct:publisher")
      .object()
      .member("@type", "foaf:Organization")
      .member("foaf:name", publisher_name(settings))
      .end();
  json.key("dct:temporal")
      .object()
      .member("@type", "dct:PeriodOfTime")
      .member("dcat:startDate", dataset.temporal_from)
      .member("dcat:endDate", dataset.temporal_to)
      .end();
  json.key("dcat:landingPage").object().member("@id", dataset.page).end();
  json.key("dcat:distribution").list(Layout::open);
  for (const Distribution& file : dataset.distributions) {
    json.object().member("@type", "dcat:Distribution").member("dct:title", file.title);
    json.key("dcat:downloadURL").object().member("@id", file.url).end();
    json.member("dcat:mediaType", file.media_type).end();
  }
  json.end().end();
}

}  // namespace

void write_data_json(const Settings& settings, const std::vector<Dataset>& datasets,
                     std::string& out) {
  JsonWriter json(out);
  json.object(Layout::open)
      .member("@context", "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld")
      .member("@type", "dcat:Catalog")
      .member("conformsTo", "https://project-open-data.cio.gov/v1.1/schema")
      .member("describedBy", "https://project-open-data.cio.gov/v1.1/schema/catalog.json");
  json.key("dataset").list(Layout::open);
  for (const Dataset& dataset : datasets) write_data_json_entry(settings, dataset, json);
  json.end().end();
  out += '\n';
}

void write_dcat(const Settings& settings, const std::vector<Dataset>& datasets, std::string& out) {
  JsonWriter json(out);
  json.object(Layout::open)
      .key("@context")
      .object(Layout::open)
      .member("dcat", "http://www.w3.org/ns/dcat#")
      .member("dct", "http://purl.org/dc/terms/")
      .member("foaf", "http://xmlns.com/foaf/0.1/")
      .end()
      .member("@type", "dcat:Catalog")
      .member("dct:title", settings.title)
      .member("dct:language", settings.language);
  json.key("dct:publisher")
      .object()
      .member("@type", "foaf:Organization")
      .member("foaf:name", publisher_name(settings))
      .end();
  json.key("dcat:dataset").list(Layout::open);
  for (const Dataset& dataset : datasets) write_dcat_entry(settings, dataset, json);
  json.end().end();
  out += '\n';
}

std::string dataset_json_ld(const Settings& settings, const Dataset& dataset) {
  std::string text;
  JsonWriter json(text, false);
  json.object()
      .member("@context", "https://schema.org")
      .member("@type", "Dataset")
      .member("name", dataset.title)
      .member("description", dataset.description)
      .member("url", dataset.page)
      .member("inLanguage", settings.language)
      .member("dateModified", dataset.modified)
      .member("temporalCoverage", dataset.temporal_from + "/" + dataset.temporal_to);
  json.key("creator")
      .object()
      .member("@type", "Organization")
      .member("name", publisher_name(settings))
      .end();
  json.key("distribution").list();
  for (const Distribution& file : dataset.distributions) {
    json.object()
        .member("@type", "DataDownload")
        .member("name", file.title)
        .member("encodingFormat", file.media_type)
        .member("contentUrl", file.url)
        .end();
  }
  json.end().end();
  return inside_script(std::move(text));
}

}  // namespace gongkai
