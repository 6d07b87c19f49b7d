// SPDX-License-Identifier: Apache-2.0
/** Submissions, readings, reports, activities: how they are kept and found. */
@NullMarked
package org.clearground.reports.store;

import org.jspecify.annotations.NullMarked;
