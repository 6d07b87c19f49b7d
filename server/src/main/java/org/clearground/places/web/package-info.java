// SPDX-License-Identifier: Apache-2.0
/** The registers of districts and settlements, for pages. */
@NullMarked
package org.clearground.places.web;

import org.jspecify.annotations.NullMarked;
