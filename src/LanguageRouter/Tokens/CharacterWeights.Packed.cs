namespace LanguageRouter.Tokens;

/// <content>The packed table, written by the evaluation command <c>character-weights</c>.</content>
internal static partial class CharacterWeights
{
    private static ReadOnlySpan<byte> Packed =>
        "7V3Nbhw3Es5L9gJNYH1bHfwK+xw8sIB4TwxQDHZ82ksCbJ4ihxhQ++SDB+jR2RYkbVXxn83unpHleJMMbWlmevqHLNZ/faS+++7LmnWhaXRAL0PRRvmtx9GM"u8 +
        "ehjNYKwei681/ZiRmoERBuVgVPQGHAC9H+jFISJoS7+UG0dHP0BnK2cUKAUARmsdng6ITp4/hs+pX76hO6ON4/p3ANQLKI+o/RsC1s9GszhlMHQUi+4BDwPc"u8 +
        "+Y2IRI8wsQH90CwoT36h92j06vjBGkNfIp+mw7QYmpWhacoYTWea1V4YIhH9GJ4/AOmIM1ANxAgd5RXc6iD9YbqDjGn5LRFMaMRUAz/kXn/46oLgRAliNGIY"u8 +
        "GsXAzGFKkthEe+awNGg6LB+0oR9/vicyyqQC04S7gIbHjPGWyjAH+y5S5wwxMU1SPRS5TWCQb9l+enpe+/x0H97dyf+2PZ53lzvQwOQkvhkDA2tSEzxRYAZH"u8 +
        "dCdaGuUFE4EpHGcgTJlhlpOZSyJg+YcZgNiafimEMZwurOJPioyGIO+RrufZ4vlEvj/SfBL/cN/olFKe5XeaTeOv5+ejlz5/vT/O3Mn3XE59aIfT6fYkbZqm"u8 +
        "25l/3c4z/z/e/kbf0ZcTfXU6hpNOTRMKMLuzUDCTUe+MVwf81HHkj0Y9lz24pzyedR3qx8ma2sivxfjj9YnXK8kL9BfS8wRE+gciheuV6+oLEcSgL7h7PGkY"u8 +
        "9A+gaAa5iygKunlHfb3+4Qf6z29ubtQNffjb69fuRrmbf9y8vhG9YcfB6LMkFToW57TdDs65y9R9Mw879z89Bll8XJFLmRymTyC6Nz9CfJnKW2mT57t5cfvb"u8 +
        "2R+e5sjGxKnHk+/WQfgzdpr/LQd6nrb5ufzwy/L7u47C+WVHG/lj5WCOpxdtx+eedLzgug2i/XK5Vr/f0Pf5d9T3j93rHle7ch8u9Pz4GM683+nTXX7u8we6"u8 +
        "e8ppe+A7VPq8aSnXuW/r2ONZ87WnJ6JXGB0Q0zhV39r+l7P8jPa2T/rPz+zPs4Rmg4fvdrmk/7xHued9de3pzL48Pv1+7QufRYM/7ui7/rzeVxS+j/24P5d3"u8 +
        "w+t/C/0/Ld6cvOv1bkqH+PU2HE/+VxtDjhKmkg9CcS3IBzXyf/mRCHak8HUEiRBcNKnzjr6fGyrNwfauclswifUly1d2iWHUmgJGN9hBU7ht2RWwA7kBw9Lp"u8 +
        "wcaE39ie5rHJrTnU7k7jwR5OhUuAIRTb9LRM+horV2gY+ucvRt80zM9lHw97ji42PSjdmK9t/7c1zuPT17b/PZd7Sd+9oR5Wzxp0Q+kVX3iQhIvqGDl0Fjjm"u8 +
        "DmmoGGGQ/+qsN3l0z43MjrL92MbKUYutj6/Q6fPHv2f/04CLjBWe7/5vxyDUfvy5bT/+/E//Iu0/V/v/Te3/YUMzHAv5//Q0/Snt/+dAvbuLLPfL2f/zz76A"u8 +
        "Em/Pps8+u92d34+e/d+L/wdLyRLOcUr20nbyw1Zbyg1LVpR/K84SwyCJT7qSXAe+XLlgf4GdCDpRyxWGzufUMp9InzTXAeQLVqPolN7NX4SMOJY55GX+4P1X"u8 +
        "i/+/gPfvL+Kuu8sujPa/7e/UGN1r/P/njv+9vrk7TyeUyim8XOP/a/x/tf9/Xfv/8o359qdEhl82h/v26Vvn//sz/fgSvP+72P9r/v9q/6/2/2r/r/b/efZf"u8 +
        "UyRKQarleBStFiAbWkUpbCqYDcBoAjcowVgxvInTjDYhSUL60SirATWDzyg9bim9r30m2XJakk4cKLkHRu7uGMuCklscnFI+o0ngE666a4rFKf2NLqSiQzra"u8 +
        "cnYT+Vz61kZ0GCQQGqa0KAHURojYqnCWSRluzpLGUy2UqUSGK/nUK0CZg0XJfmasluT1oQSzQRlxTiGK/nhCKZHk+j89oJPYBcmfzr1iR7olURw1gKC9fH8V"u8 +
        "QYa0G5UZPC5H0UwN8p2KCXymHGPPBBjDcxKrFoIeQ0Hz8VmDjFbLkImKI+FMCC7D08JE1zJCBi2gKssUfDEUhRAoIIHj4KGQDkyahEA7JSAhh9iQIOW0h5ZC"u8 +
        "wCxFF1nOOBMmjy9lPJKg3wjV5IsVYCFMNXpOyE/g6aZ7UPKFno7aenAa3Q2VHd1oA5pJ40AfhV5Guq9IAJgSobehnOMZP2aJhGNHn7+ZPlSzNhdTquQ6KOGN"u8 +
        "HrODm1ntEtNnCw53uUpTXIkJ81fezhT1mX+vp0nkw7w8OvsjxyVjfrig1FOXGpz1JQlwkm5DX3sQVkKhtTCajQJqRQJB8DnCvIGli/FLn19t5M+gKGY0Qgid"u8 +
        "ygekrurmOGZKq84Fvp5p27mEvuBjrqtY0lqMrGXlxqJK4mdYWmzEXHlMacJyhtspBi4pR5MxhZma0zyejv7QJPQX7jGASTJKtO2US7l0g/l0WDLI3Lybl6cc"u8 +
        "l2psCnXiOV9y7DDfoQfqK/L/WQgMZUtFfCwUTM5gt1HJIfqGM6zoJwvYijHbeGPjpUE0BQbVhSMhJQkYQnqObsGVrsCIybAQiTWCr6AFSxXtilqioCErPP8G"u8 +
        "O/XRKZNSiH3sU+/F6v9tNpt4TYtNsMHgDRAtbRwbCpaTebSCKTdsPFriVqMEec4cprQK1XHtAKoLoF+gMywtVnojtU0xwbYQpwpzOKqkDSPOnU8grDcPJul+"u8 +
        "zwgiPH4SlIrjYrHyg0zdS4VRnvugfkAlAVG5z4hViVZFRmn4eZqn4/xh9mbd239VlHUxVu2hIaeKxdVWU3i5dKUMvjkHLxFrzgJO3DgLY9kCU6nXMwPiyJBa"u8 +
        "bzOJmCNEDQqe7kJrnRQeiPdB/8eg9CAi3r33IOhYPycmsxqZcXE3MpeVvIMLxoFQosmOGARMRDhCTxPWrpSccxA9uXRROKEWy4+BrLeJduWiBWxYuLQogKUx"u8 +
        "VglH4e/zptDK9dStVK9VMAyDHzICBOXlB8sMrmN/VPZi41OVzJsSxQWRr+Ryi4qhrRlp4mfbhi6rYG5VXFuRKG1c4We40c918A/jNFQeCXbRK3nVhuWhGCvh"u8 +
        "gYqcJW+s1n6srLklpnABsydRgFdQQSsUDEEd1+VEYTlL3lvELGqAOYbwtjszXjABmu9qmDgFcjcv6ZCzpgYvFdy/KU6yLdkNl+5e7YHN2/4TlnziJ4WCjU7g"u8 +
        "cOwaneXdp8qaiys1nVZs+YbfuIn/2I7/WzkfTSH7GFztIiYDqtTK2xGzDjU9F1oVipYcddSrpszLDqpsxbN4cOQK+Splysegiut5wgoEuk+cZ/BhpXdFQn9E"u8 +
        "P3mORSgeBunJmBwHz6ookSlEBgwRj5fZZCt0VHKQAlNYANVyt6IeDA9XmTXDWOLF7RqyjkQnNJTtcnfjBGPyo/MTU2yOTSdbfNlHYrbErKvmb9rl+ctaN2hX"u8 +
        "PgTm3iY5mEu/1dvrv8/en859OAQE5ZTxf67HtZmkwUoXQwrGZCVfkN8cegTprJ/pA6p4KVsYo4qQRFGS0Tig16QraM1JJqzoW3RD5iqQSKjOuZzW4613j/dw"u8 +
        "g7P0nwx+1BhZUJXFvgeK9Wf2Gm1fUCr/IPTzOPcZ7rgxJSX+T6hQ40/rlYxssqVDlItROMa+2nJloAg8Zv9zPmT1nWC7wZ7MPgoMHZiewf+4gbkbBTNjdkB6"u8 +
        "nDx0sg4LfPrDD8gKg4tjotIUKFygGxs9Ah1862Gb+nV75dHLXoom1c3a5HtgF1mItl3oCj0C0MCn01Z673jaBDPa6jk+Syf+ILS9gm6ERWpqDNZN2RSGYEJb"u8 +
        "piBW2QXMucyvdkGp4hsClL752rJWlV6MjUangVLnoMvzRvkgyY7w82Chiq1tntIGUrhkmY7/tZIYy/nb/phU8W3qXSUwWIaGHVY8YbC4LvgJ1rokJZCsLpax"u8 +
        "B5ZZwKR9ssat/bp4YI5Jh3za8bAqK3MKZ3ewza24I+f1OcNiZDm04gXWbDJ48fjotApLyaODVzKyreOrOoRQ2Vfw8X3pC2NiGHTVKjtwaeHe3Am+aEpGpaKv"u8 +
        "B6tAYvTFDMyuS/LIPNdj4dCYfAjzwszQt5LnJWWRKN10rnbD+bSpMiazV/i363rPWwXs+S8CGM91EfQJDsieNJZuGHRh1jq4crZHNF/QwTqqryJl5ZzbWfuJ"u8 +
        "JT/ED4XCgSL/EsmT8thTyJPU/IllOrezjgJc6aHy+zgXR7Gqx9M09STluJI+b+3/tLsCYur6tFvnzK35mxemLGXIp4s94mJ7A1fyfAxY9tc/HOv1Q5um+qK+"u8 +
        "zfxcXwV/v45rWMuLhZe9+n9eHBNSKQBLh7FVWIXFAVRJS0CZRAlq5FlBSSbTK+V9WCiMBJSB3oih5GKXhta7GPKDVbyHEDPl7SBTUbbcCwRyAB704xgvhWKx"u8 +
        "2Hxcz1LGLQC6+X+opRfLRDw2MaOSvBLvmiJemh5pdN7xVFLHpKwa15Ppg1WSW4pZa6gzV1A+FhsnA/tRRUxFmCLn1NiVpgCzCJR5xdzgd1qhokRMeIrBRJTi"u8 +
        "LcYUgRmzV9WtR3WcE4AUugUe7eZ15vOXcU19F7sTDvZEnErkU+ceczaHHRNB/GxHzwEqeRNKJassrGfEW+b0oqRkqEJOjokyOk6Sdb7gy/vPcNKT6UpOsVR+"u8 +
        "o5WSnCFK3RF5U5PoGEPww7EoxkJdKLQtg0C1sioynDpT/lWVRGinqfUd/IFDXj9gh3FtB4z9mZ43ldD8hev/VmJL2Ns/4rgfzB4utSrzRpeP5ZCm2j5W6iGk"u8 +
        "zqAbr2KrS60uaoUq+/e274kuCiIKY+JfNVv54PraOct1d7RlErCO1DDE9h5pwVvJ5A5ZX5eWkjymcfgdgZYPJakKMAsXavcmmZUx1PqhyscsYQ25QhciYmjX"u8 +
        "v/zrbt/+F+7zlHXUBAaic+4WsX7esiUVSgpSUSVFNAnm2HZcW6GIlaFs+bvJdu3z6xQ9vENhpW3PYJ2d9JlO3VTKGh+aEAWdAiJkSpmtOYaaC+n6sGf/F/X/"u8 +
        "OdqO6bifEjyjfv7S7eFp2tCV857FpMF/a/xf27lpapPG77pmfu5tFhADjMJCxT3g1EpRsLb4rXvQ0c1zz37Aaih5xf9f8f9X/P8V/3/F/1/x/72mQypZIsUG"u8 +
        "87lZmglelmkq5Rjifxtc3Nbk6eidgc87fwxRxbQSX/UzBeku7r1Q6mF1GrbqaTr002yMDzt7zWBn/7r++r+Hpx3v6LDrv71//vq/h9Cvhw37f16yLf4sk7/t"u8 +
        "1j2Y8j/+06G4eol2PZxK6uIS5JP2++ntHcj3Twnv275nvb/+f15DDe34zw8VvjSXZJaZBl2NQfu8ijMiAR9OXTRxJ/4wFX0ivfZUWSkraqNM7WfMOmzkIaNP"u8 +
        "+vmBpeA9bOBvta96d2uStgq0MMnXnex+shXfHurkf2/+dtX6/Ez7/6X7/2xmnHZD119DfctEzioWT4BbLzHpJKmCr68SumP6ziz07hC+y9O3Zv8fqvm3Xa4z"u8 +
        "Z+xf2nJIybGel3obkKXxgS/qWZ8jENBjhWBzW/E4w3CwsgiuenpadNXCQqLtgFo+L9v/5yPlC+bT5fb/YcP+9W2ci5tVQwa0mrP2Z318arUGVjYW3CI/3PAS"u8 +
        "S867ziKLc/H/upgX2Mnvttgprv/39pKrr/+QdMo0LXMaf5T1/w/PjP9PG7q1iw9Meh7T0sSxu2c+bMitx6/YipeyhcXV65Z33U6azY02XcvdrV03nZb9ib0e"u8 +
        "ocfzUVbikoq9+H/t6X/0/X8f6B+/9nyK2xL5wXOLyR6hqXhCn2PjDC54KXr+2LFxmQdrrb88s72u5PIkAbDk3Vpf1XbFVJxsk42DhaXTsgbC69FsmU2QnNje"u8 +
        "78T/Y+JIVXgQ2d6uZXJ/TfDWaQuOvJMTZv8FFz7fBfuDvy1tDna5wFaeQOtP7AnNefn1Nbl5/38f//d2VTNB4rgs3AmsVvW/SX5P5ta1RZTR2WLp/623pLKr"u8 +
        "3z4t9E39dJu4ADf459N6/r8Y7bQYn674zL/bgDutyoO3MvKkQ+3rb8lRxv9PK/TZ2f/3i9YDzN0xzN1+fgx4fQagfV/1+vuFt73um9pi/agpn7dJ3Ww73uzE"u8 +
        "/w8b+//NZ+//t20RrJt3+vkxlIxK3+q3M55/v59fOsynNdTbbaLnZfb/U8VoD2K/+S7vdvRjbf8fivx/va5lSaWYLYQie6BdrV++30HkzH6JQBexYZK1h1VP"u8 +
        "IOZtbMfHjDO2Ng9Ms4cztfTDDn/mncfrjFWc6R4V9/L/313btV3bX7a9PH7kWv+/1v//OPX/Xf6/1v+/av1/L+K41v+v+/9d9//9evv/nl56f4Bm5cVha6UW"u8 +
        "bct2tf9X+3/F/13xf39V/N+bM//+z/Xv/30d+58gG6vrw57xV2EPZ5/5ivc3Gkz8g+Nm8H8WnP8cr2wiq7HaX4L3fhzT37vv7O5idoGboCqkyv8A"u8;
}
