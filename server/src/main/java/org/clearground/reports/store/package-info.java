// SPDX-License-Identifier: Apache-2.0
/** Submissions, readings, reports: how they are taken in, kept, decided on and found. */
@NullMarked
@NamedInterface("store")
package org.clearground.reports.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
