// SPDX-License-Identifier: Apache-2.0
/** The register of organisations, for pages. */
@NullMarked
package org.clearground.organisations.web;

import org.jspecify.annotations.NullMarked;
