// SPDX-License-Identifier: Apache-2.0
/** The register of organisations, filled by the pack. */
@NullMarked
package org.clearground.organisations.store;

import org.jspecify.annotations.NullMarked;
