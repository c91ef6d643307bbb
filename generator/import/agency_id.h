#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// The id that an agency gets from its name: small letters a–z and digits; full stops and
/// apostrophes are dropped, `&` becomes `and`, everything else between letters becomes one hyphen:
/// `U.S. Department of State` → `us-department-of-state`. Empty where the name holds a letter other
/// than A–Z, which no rule could write for everybody.
std::string agency_id_of_name(std::string_view name);

}  // namespace gongkai
