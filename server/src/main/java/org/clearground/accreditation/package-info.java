// SPDX-License-Identifier: Apache-2.0
/** Where accreditations are kept, asked and shown. */
@NullMarked
package org.clearground.accreditation;

import org.jspecify.annotations.NullMarked;
