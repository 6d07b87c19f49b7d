// SPDX-License-Identifier: Apache-2.0
/** Pages and JSON of published figures: where they contradict each other, over time, and beside our own registers. */
@NullMarked
package org.clearground.reconciliation.web;

import org.jspecify.annotations.NullMarked;
