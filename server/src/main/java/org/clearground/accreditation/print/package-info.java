// SPDX-License-Identifier: Apache-2.0
/** Accreditations as text, CSV and JSON. */
@NullMarked
@NamedInterface("print")
package org.clearground.accreditation.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
