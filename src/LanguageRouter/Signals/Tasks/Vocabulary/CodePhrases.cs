namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Requests about programs and schemas.</summary>
internal static class CodePhrases
{
    public static readonly PhraseGroup[] Groups =
    [
        new(Cue.Code, PhraseUse.Anywhere, 80, 0,
            """
            関数を実装|関数を書|関数を作|関数を定義|関数を完成|関数を生成|関数の実装|関数の続き|関数を提供|プログラムを書|プログラムを作|プログラムを開発|プログラムを実装|プログラムを教え|プログラムを組|コードを書|コードを作|コードを生成|コードを実装|コードを教え|コードを修正|コードを直|コードを説明|コードを解説|コードを最適化|コードを完成|コードを補完|コードをレビュー|コードレビュー|コードを改善|コードをリファクタ|コードのバグ|コードの間違い|コードの続き|コードの説明|コードの解説|このコード|次のコード|以下のコード|下記のコード|サンプルコード|ソースコード|擬似コード|疑似コード|スクリプトを書|スクリプトを作|スクリプトを教え|実装してください|実装して|実装せよ|実装しなさい|アルゴリズムを実装|クラスを実装|クラスを作|メソッドを実装|メソッドを書|単体テストを書|ユニットテストを|テストコード|デバッグし|デバッグを|リファクタリング|バグを直|バグを修正|バグを見つけ|コンパイルエラー|コンパイルでき|スタックトレース|例外が発生|エラーが出|エラーメッセージが|正規表現を|正規表現で|sql文|sqlを|sqlで|クエリを書|クエリを作|クエリを最適化|pythonで|pythonの|pythonを|javaで|javascriptで|javascriptの|typescriptで|typescriptの|c#で|c++で|c言語で|rubyで|go言語で|golangで|rustで|phpで|kotlinで|swiftで|シェルスクリプト|bashで|powershellで|excelの関数|excel関数|vbaで|マクロを|htmlとcss|htmlで|cssで|reactで|reactの|vueで|dockerfile|gitコマンド|gitで|プログラミングで|コーディング|apiを実装|apiを作|apiを呼び|型定義を|コードブロック|スニペット|次のツールを使う|ツールを使うことができ|function calling|コマンドを教え|コマンドで|ワンライナー|スプレッドシートの関数|数式を教え|ユーティリティ関数|スキーマを作|スキーマを定義|jsonスキーマ
            """),
        new(Cue.Code, PhraseUse.Anywhere, 85, 0,
            """
            ```|def __|(self|import numpy|import pandas|import java|#include|public class|public static|public void|private static|static void main|console.log|system.out|select *|select count|create table|insert into|<html|<div|</div>|<script|function(|function (|=> {|() =>|return true|return false|return none|return null|return result|-> int|-> str|-> bool|-> list|-> float|: int)|: str)|: list[|list[int]|list[str]|list[float]|from typing|>>> |print(|println|printf(|self.|int main|std::|using system|#!/bin|sudo |npm install|pip install|docker run|git commit|git push|elif |else:|for i in range|in range(|len(|raise valueerror|throw new|nullpointerexception|traceback (most|segmentation fault|undefined is not|syntaxerror|typeerror|valueerror|indexerror|keyerror|lambda x|async def|await |try {|catch (
            """),
        new(Cue.Code, PhraseUse.LineStart, 85, 0, "def |class |import |from |async def |fn |func |function |package |using |namespace |#include|public |private |select |<?php|<!doctype|struct |interface |enum "),
        new(Cue.Code, PhraseUse.Anywhere, 80, 0,
            """
            write a function|write a python|write a program|write a script|write a java|write a javascript|write a c++|write a c#|write a c program|write a sql|write an sql|write a query|write a regex|write a regular expression|write a bash|write a shell|write a class|write a method|write code|write some code|write the code|write unit tests|write a unit test|write tests for|implement a|implement an|implement the|complete the function|complete this function|complete the code|complete the following function|complete the following code|complete the following python|fix the code|fix this code|fix the bug|fix this bug|fix my code|debug this|debug the|debug my|refactor this|refactor the|refactor|explain this code|explain the code|explain the following code|what does this code|what does the following code|what does this function|review this code|review my code|code review|optimize this code|optimize the code|optimize this query|sql query|python script|python function|python program|python code|in python|in javascript|in typescript|in java|in c++|in c#|in rust|in golang|in ruby|in kotlin|in swift|in bash|using python|using javascript|using pandas|regex for|regular expression|regex to|stack trace|compile error|compiler error|runtime error|unit test for|unit tests for|html page|css for|react component|rest api|dockerfile|kubernetes manifest|json schema|source code|code snippet|pseudocode|binary search tree|linked list|time complexity|function that takes|function that returns|excel formula|spreadsheet formula|leetcode|data structure
            """),
        new(Cue.Code, PhraseUse.Command, 70, 4, "implement|debug|refactor|compile|code a|code up|program a|unit-test"),
        new(Cue.JapaneseLiterals, PhraseUse.Anywhere, 60, 0, "日本語のキー|キーは日本語|キー名は日本語|日本語のカラム|カラム名は日本語|列名は日本語|日本語の列名|日本語のコメント|コメントは日本語|日本語でコメント|日本語の文字列|日本語のメッセージ|メッセージは日本語|エラーメッセージは日本語|日本語のラベル|ラベルは日本語|日本語の変数|変数名は日本語|日本語のenum|値は日本語|日本語の値|表示は日本語|ひらがなを判定|全角|半角|漢数字|和暦|元号|ひらがなかどうか|カタカナかどうか|カタカナをひらがな|ひらがなをカタカナ|漢字を含む|ふりがなを|住所を都道府県|都道府県名を|japanese string|japanese strings|japanese keys|japanese column|japanese comments|japanese labels|japanese text|full-width|half-width|hiragana|katakana|japanese era"),
    ];
}
