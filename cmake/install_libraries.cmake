# Runs at installation: copies the loader, the libraries that ${program} needs, and what the C
# library loads by itself to read GB18030, into lib/gongkai/. ${loader} is the system's loader.
set(prefix "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
cmake_path(ABSOLUTE_PATH prefix)
set(folder "${prefix}/lib/gongkai")

# Who hands libraries on hands their licences on with them. Known only where Debian's tools are.
find_program(dpkg_query dpkg-query)
function(copy_licence folder_name name)
  if(NOT dpkg_query)
    return()
  endif()
  execute_process(COMMAND ${dpkg_query} -S "*/${folder_name}/${name}" OUTPUT_VARIABLE owners ERROR_QUIET)
  if(NOT owners MATCHES "^([a-z0-9.+-]+)[:,]")
    return()
  endif()
  set(package ${CMAKE_MATCH_1})
  if(EXISTS "/usr/share/doc/${package}/copyright")
    file(MAKE_DIRECTORY "${prefix}/share/doc/gongkai/licences")
    file(COPY_FILE "/usr/share/doc/${package}/copyright"
         "${prefix}/share/doc/gongkai/licences/${package}.txt" ONLY_IF_DIFFERENT)
  endif()
endfunction()

# Copies what `source` points at under `source`'s own name: links get lost on the way to a USB stick.
function(copy_library source)
  cmake_path(GET source FILENAME name)
  file(REAL_PATH "${source}" file)
  message(STATUS "Installing: ${folder}/${name}")
  file(COPY_FILE "${file}" "${folder}/${name}" ONLY_IF_DIFFERENT)
  file(CHMOD "${folder}/${name}" PERMISSIONS
       OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
  cmake_path(GET file PARENT_PATH from)
  cmake_path(GET from FILENAME from)
  copy_licence("${from}" "${name}")
endfunction()

file(GET_RUNTIME_DEPENDENCIES
     EXECUTABLES "${program}"
     RESOLVED_DEPENDENCIES_VAR libraries
     UNRESOLVED_DEPENDENCIES_VAR missing)
if(missing)
  message(FATAL_ERROR "cannot find these libraries: ${missing}")
endif()
set(c_library "")
foreach(library IN LISTS libraries)
  copy_library("${library}")
  if(library MATCHES "/libc\\.so\\.[0-9]+$")
    file(REAL_PATH "${library}" c_library)
  endif()
endforeach()
copy_library("${loader}")

cmake_path(GET c_library PARENT_PATH c_folder)
find_file(gb18030 GB18030.so PATHS "${c_folder}/gconv" "/usr${c_folder}/gconv" NO_DEFAULT_PATH
          REQUIRED)
file(MAKE_DIRECTORY "${folder}/gconv")
file(COPY_FILE "${gb18030}" "${folder}/gconv/GB18030.so" ONLY_IF_DIFFERENT)
file(WRITE "${folder}/gconv/gconv-modules"
"module	GB18030//	INTERNAL	GB18030	1
module	INTERNAL	GB18030//	GB18030	1
")

if(NOT EXISTS "${prefix}/share/zoneinfo/Asia/Shanghai")
  message(FATAL_ERROR "/usr/share/zoneinfo holds no time zones: install tzdata")
endif()
