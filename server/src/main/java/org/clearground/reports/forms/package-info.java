// SPDX-License-Identifier: Apache-2.0
/** Forms, code lists and parameters as the pack has them. */
@NullMarked
@NamedInterface("forms")
package org.clearground.reports.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
