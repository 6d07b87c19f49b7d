// SPDX-License-Identifier: Apache-2.0
/** The register of places, filled by the pack. */
@NullMarked
@NamedInterface("store")
package org.clearground.places.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
