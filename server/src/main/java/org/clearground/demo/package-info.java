// SPDX-License-Identifier: Apache-2.0
/** The demonstration: sample reports of a real country, from files to bulletin. */
@NullMarked
package org.clearground.demo;

import org.jspecify.annotations.NullMarked;
