// SPDX-License-Identifier: Apache-2.0
/** What the country pack sets for land release. */
@NullMarked
@NamedInterface("forms")
package org.clearground.land.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
