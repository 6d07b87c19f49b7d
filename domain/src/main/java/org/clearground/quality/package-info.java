// SPDX-License-Identifier: Apache-2.0
/** Inspection of cleared ground by sample: what a sample can tell of the work, and what it cannot. */
@NullMarked
package org.clearground.quality;

import org.jspecify.annotations.NullMarked;
