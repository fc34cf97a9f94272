/**
 * Long work: runs beside the requests, shows how far it is, and outlives a reload and a restart.
 */
@NullMarked
package kz.senim.server.jobs;

import org.jspecify.annotations.NullMarked;
