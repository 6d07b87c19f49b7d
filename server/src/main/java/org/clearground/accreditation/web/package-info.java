// SPDX-License-Identifier: Apache-2.0
/** The page of accreditations, and its JSON. */
@NullMarked
package org.clearground.accreditation.web;

import org.jspecify.annotations.NullMarked;
