// SPDX-License-Identifier: Apache-2.0
// Catch2 version 2 (Debian 12) or 3, whichever is installed.
#pragma once
#ifdef ENTENTE_CATCH_V3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
