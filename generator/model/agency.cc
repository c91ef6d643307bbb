#include "model/agency.h"

#include <algorithm>

namespace gongkai {

const std::string& Agency::name_in(int year) const {
  const FormerName* borne = nullptr;
  for (const FormerName& former : former_names) {
    if (former.until >= year && (!borne || former.until < borne->until)) borne = &former;
  }
  return borne ? borne->name : name;
}

}  // namespace gongkai
