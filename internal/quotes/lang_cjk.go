package quotes

// The words of Japanese and Chinese, which have no spaces: cjk.go reads them.

import "strings"

// A cjkWords is what the rules for text without spaces need.
type cjkWords struct {
	say      string // verbs of saying, longest first where one begins another
	lead     string // the same, only before a quote
	adverbs  string // between subject and verb
	roles    string // before a name
	honorary string // after a name
	toTag    string // particles between a closing mark and its tag: "と"
	topics   string // particles after a subject: "は"
	leads    string // before a subject: "据"
	thus     string // words that announce a quotation in the sentence before it: "こう"
	words    string // nouns that end "somebody's words" after a quotation: "の言葉"
	pronouns string // that mean somebody named before
	surnames string // characters that surnames begin with, where no honorific ends a name
	borders  string // characters that a name may follow
	afters   string // characters that may follow a name
}

// A cjkLists is a row of cjkWords made ready: lists, and the bytes by which
// most places are seen to begin no honorific and to end no role.
type cjkLists struct {
	say, lead, adverbs, roles, honorary, toTag, topics, leads, thus, words, pronouns []string
	surnames, borders, afters                                                        string

	honorFirst [256]bool // low byte of the first character
	roleEnds   [256]bool // last byte
}

func (w *cjkWords) ready() *cjkLists {
	if w == nil {
		return nil
	}
	l := &cjkLists{say: strings.Fields(w.say), lead: strings.Fields(w.lead), adverbs: strings.Fields(w.adverbs), roles: strings.Fields(w.roles),
		honorary: strings.Fields(w.honorary), toTag: strings.Fields(w.toTag), topics: strings.Fields(w.topics), leads: strings.Fields(w.leads),
		thus: strings.Fields(w.thus), words: strings.Fields(w.words), pronouns: strings.Fields(w.pronouns),
		surnames: w.surnames, borders: w.borders, afters: w.afters}
	for _, h := range l.honorary {
		l.honorFirst[byte(rune1(h))] = true
	}
	for _, r := range l.roles {
		l.roleEnds[r[len(r)-1]] = true
	}
	return l
}

var japanese = words{
	tag: "ja",
	cjk: &cjkWords{
		say: `話していた 話している 話した 話す 話し 語っていた 語っている 語った 語る 語り 述べている 述べた 述べる 述べ 言っていた 言った 言う 説明した 説明する 説明し
			強調した 強調する 答えた 答える 訴えた 訴える 指摘した 指摘する コメントした 明かした 明かす 振り返った 振り返る 笑顔を見せた 書いた 書いている 尋ねた 苦笑する 苦笑した 笑った 笑う
			呼びかけた 呼びかける 声をかけた 声を弾ませた 声を弾ませる 胸を張った 胸を張る 目を細めた 目を細める 打ち明けた 打ち明ける
			力を込めた 力を込める 首をかしげた 首をかしげる 肩を落とした 肩を落とす つぶやいた つぶやく 謝罪した 否定した 批判した 期待した 期待する
			警告した 主張した 主張する 反論した 喜んだ 喜ぶ 声を震わせた 声を震わせる 語気を強めた 念を押した 念を押す 涙ぐんだ 涙ぐむ うなずいた うなずく 嘆いた 嘆く 見回した`,
		roles: `館長の 建築家の 市長の 町長の 社長の 教授の 監督の 店主の 担当者の 代表の 選手の 首相の 大統領の 会長の 校長の 記者の 院長の`,
		honorary: `さん 氏 君 ちゃん 様 先生 教諭 准教授 教授 選手 監督 副社長 社長 市長 町長 村長 区長 知事 駅長 院長 館長 園長 校長 会長 部長 課長 係長 店長
			理事長 議長 議員 大臣 首相 大統領 弁護士 記者 容疑者 被告`,
		toTag:    `とも と`,
		topics:   `は が も`,
		thus:     `こう 次のように このように`,
		words:    `の言葉 の一言 の声 の弁`,
		pronouns: `彼 彼女 同氏`,
	},
}

var chinese = words{
	tag: "zh",
	cjk: &cjkWords{
		say:      `表示 介绍 介紹 指出 强调 強調 认为 認為 告诉 告訴 回忆 回憶 坦言 透露 解释 解釋 称赞 补充 補充 回答 写道 寫道 问道 問道 答道 说道 說道 说 說 称 稱 问 問 道 写 寫`,
		lead:     `担心 擔心 感叹 感嘆 感慨 宣布 提醒 评价 評價 批评 批評`,
		adverbs:  `笑着 笑著 却 卻 还 還 也 则 則 又 曾 对此 對此 这样 這樣 继续 繼續 进一步 在接受采访时 激动地 随后 隨後 同时 同時 都`,
		roles:    `工程师 工程師 店主 常客 记者 記者 市长 市長 镇长 教授 专家 專家 院长 院長 校长 校長 经理 經理 主任 局长 局長 导演 導演 演员 演員 作家 律师 律師 医生 醫生 村民 居民 队长 隊長 教练 教練 发言人 發言人 负责人 負責人 董事长 董事長 创始人 創始人 总裁 總裁 总统 總統 总理 總理`,
		honorary: `先生 女士 小姐 老师 老師 同志`,
		pronouns: `他 她`,
		leads:    `根据 据 按照 按`,
		surnames: `王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸賈韋鄒賀顧龔嚴湯`,
		borders:  `的是和与與及由对對向让讓给給问問`,
		afters:   `说說称稱表告认認介指坦透解称写寫问問笑是在的和与與也都将將从從对對把被让讓给給曾已则則却卻还還就又向为為等有`,
	},
}
