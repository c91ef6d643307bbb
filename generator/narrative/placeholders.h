#pragma once

#include "narrative/layout.h"

namespace gongkai {

/// Puts figures into the text wherever `{{address}}` stands outside code spans and fences:
/// - `{{address}}` the figure as pages print it;
/// - `{{address | change}}` 增长12.5%, 下降12.5% or 持平 (up, down, unchanged) against last year;
/// - `{{address | rate}}` the bare 12.5%, for a sentence that brings the word itself;
/// - `{{address | share address}}` 39.4%, the first as a part of the second.
/// What cannot be computed, and a word of the author that contradicts the figure in the same
/// clause, is an error in `diagnostics`; the placeholder then stays as it was written.
/// `\{{` stands for the braces themselves.
SourceText fill_figures(const Layout& layout, const SourcePlaces& places,
                        const NarrativeOptions& options, Diagnostics& diagnostics);

}  // namespace gongkai
