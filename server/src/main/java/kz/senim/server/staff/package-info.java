/** People who matter to information security, what they were trained in, and what they know. */
@NullMarked
package kz.senim.server.staff;

import org.jspecify.annotations.NullMarked;
