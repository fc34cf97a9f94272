package kz.senim.server.assets;

import java.util.UUID;
import kz.senim.server.web.Viewer;

/** The inventory of an organisation has changed; told in the transaction that changed it. */
public record AssetsChanged(Viewer viewer, UUID organization) {}
