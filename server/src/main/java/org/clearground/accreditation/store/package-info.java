// SPDX-License-Identifier: Apache-2.0
/** The register of accreditations, fed by approved reports, and what it refuses. */
@NullMarked
@NamedInterface("store")
package org.clearground.accreditation.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
