// SPDX-License-Identifier: Apache-2.0
/** Forms and code lists as the pack has them. */
@NullMarked
package org.clearground.reports.forms;

import org.jspecify.annotations.NullMarked;
