#include "model/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace gongkai {
namespace {

struct Digest {
  // Fetched once: EVP_sha256() looks it up anew, under a lock, each time it is used.
  std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{
      EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free};
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(),
                                                                  EVP_MD_CTX_free};
};

}  // namespace

std::string sha256(std::string_view bytes) {
  thread_local Digest digest;
  std::array<unsigned char, 32> sum;
  if (!digest.algorithm || !digest.context ||
      EVP_DigestInit_ex(digest.context.get(), digest.algorithm.get(), nullptr) != 1 ||
      EVP_DigestUpdate(digest.context.get(), bytes.data(), bytes.size()) != 1 ||
      EVP_DigestFinal_ex(digest.context.get(), sum.data(), nullptr) != 1) {
    throw std::runtime_error("the system's OpenSSL offers no SHA-256");
  }
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * sum.size());
  for (unsigned char byte : sum) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

}  // namespace gongkai
