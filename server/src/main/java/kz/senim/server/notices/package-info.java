/** What people are told of: in the application and by mail, and the daily round that finds it. */
@NullMarked
package kz.senim.server.notices;

import org.jspecify.annotations.NullMarked;
