/** What is due when: the calendar of the viewer's organisations, and its feed. */
@NullMarked
package kz.senim.server.duties;

import org.jspecify.annotations.NullMarked;
