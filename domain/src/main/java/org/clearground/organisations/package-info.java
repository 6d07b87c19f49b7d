/** The bodies that survey, clear, check and decide. */
@NullMarked
package org.clearground.organisations;

import org.jspecify.annotations.NullMarked;
