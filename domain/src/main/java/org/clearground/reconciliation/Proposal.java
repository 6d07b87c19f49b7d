// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

/** How a conflict would be settled if a person agrees. Nothing is changed by it. */
public record Proposal(Reading reading, Reason reason) {}
