// SPDX-License-Identifier: Apache-2.0
/** The register of statements, made from the files that were taken in. */
@NullMarked
@NamedInterface("store")
package org.clearground.statements.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
