/**
 * What every part of the API has: who calls, what a body holds, how pages, tags and errors look.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package kz.senim.server.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
