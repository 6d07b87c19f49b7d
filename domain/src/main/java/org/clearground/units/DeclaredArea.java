// SPDX-License-Identifier: Apache-2.0
package org.clearground.units;

/** An area as its operator wrote it. It is never mixed with a {@link ComputedArea}; a difference is a finding. */
public record DeclaredArea(SquareMetres area) {}
