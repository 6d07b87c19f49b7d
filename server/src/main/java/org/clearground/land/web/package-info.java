// SPDX-License-Identifier: Apache-2.0
/** Pages and JSON of the area ledger. */
@NullMarked
package org.clearground.land.web;

import org.jspecify.annotations.NullMarked;
