/** What may be wrong: findings about data, problems that stop a request. */
@NullMarked
package org.clearground.errors;

import org.jspecify.annotations.NullMarked;
