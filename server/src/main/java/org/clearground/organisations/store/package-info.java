// SPDX-License-Identifier: Apache-2.0
/** The register of organisations, filled by the pack. */
@NullMarked
@NamedInterface("store")
package org.clearground.organisations.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
