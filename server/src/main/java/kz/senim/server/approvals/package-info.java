/** What one person must not do alone waits for a second. */
@org.jspecify.annotations.NullMarked
package kz.senim.server.approvals;
