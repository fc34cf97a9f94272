/** What every page has: language, day, layout, messages. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package kz.senim.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
