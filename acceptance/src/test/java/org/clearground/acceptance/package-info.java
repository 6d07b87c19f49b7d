// SPDX-License-Identifier: Apache-2.0
/** Starts the jar as an operator would, and looks at what it says and what it leaves on the disk. */
@NullMarked
package org.clearground.acceptance;

import org.jspecify.annotations.NullMarked;
