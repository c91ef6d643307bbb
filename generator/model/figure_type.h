#pragma once

#include "model/form.h"

namespace gongkai {

/// Whether a figure of this type may have places after the point.
inline bool allows_fraction(FigureType type) {
  return type == FigureType::decimal || type == FigureType::money || type == FigureType::days ||
         type == FigureType::percent;
}

/// Whether it may be below zero.
inline bool allows_negative(FigureType type) {
  return type == FigureType::signed_count || type == FigureType::decimal ||
         type == FigureType::percent;
}

}  // namespace gongkai
