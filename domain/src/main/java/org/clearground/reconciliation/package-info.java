// SPDX-License-Identifier: Apache-2.0
/** What was published, laid beside itself: where statements contradict each other or themselves, and what is best known. */
@NullMarked
package org.clearground.reconciliation;

import org.jspecify.annotations.NullMarked;
