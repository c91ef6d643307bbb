# Targets for the packages that Debian ships without a CMake configuration, and the usual look-ups
# for the others. Each package is used behind one door only; see docs/dependencies.md.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(doctest REQUIRED)

pkg_check_modules(CMARK_GFM REQUIRED IMPORTED_TARGET libcmark-gfm)
find_library(CMARK_GFM_EXTENSIONS cmark-gfm-extensions REQUIRED)
add_library(cmark_gfm INTERFACE)
target_link_libraries(cmark_gfm INTERFACE ${CMARK_GFM_EXTENSIONS} PkgConfig::CMARK_GFM)

# The flags matter: the header's types change size with them, and Debian's library is compiled.
pkg_check_modules(CPP_HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)

pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)

pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)

pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)

pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)

find_path(MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)
add_library(mustache INTERFACE)
target_include_directories(mustache SYSTEM INTERFACE ${MUSTACHE_INCLUDE})
